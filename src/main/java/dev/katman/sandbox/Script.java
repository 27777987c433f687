package dev.katman.sandbox;

import dev.katman.catalog.Axis;
import dev.katman.catalog.Deployment;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The faults that are still to come, one a call for each deployment. Safe for use by many threads. */
final class Script {
    private final List<Deployment> served;
    private final Map<Deployment, Deque<Fault>> coming = new HashMap<>();

    Script(List<Deployment> served) {
        this.served = served;
    }

    synchronized void add(String model, List<Fault> faults) {
        coming.computeIfAbsent(find(model, faults), d -> new ArrayDeque<>()).addAll(faults);
    }

    /** Reads {@code kimi-k2-instruct=503,cut;gpt-oss-120b=429}; all of it or nothing. */
    synchronized void add(String spec) {
        var parsed = new LinkedHashMap<String, List<Fault>>();
        for (String part : spec.split(";")) {
            if (part.isBlank()) {
                continue;
            }
            int equals = part.indexOf('=');
            if (equals < 1 || part.substring(equals + 1).isBlank()) {
                throw new IllegalArgumentException("\"" + part.strip() + "\" is no script for the sandbox; write "
                        + "MODEL=FAULT,FAULT such as "
                        + "kimi-k2-instruct=503,cut with a semicolon between models. Faults: " + Fault.WORDS);
            }
            var faults = new ArrayList<Fault>();
            for (String fault : part.substring(equals + 1).split(",", -1)) {
                faults.add(Fault.parse(fault));
            }
            String model = part.substring(0, equals).strip();
            find(model, faults);
            parsed.computeIfAbsent(model, m -> new ArrayList<>()).addAll(faults);
        }
        parsed.forEach(this::add);
    }

    synchronized Optional<Fault> next(Deployment deployment) {
        Deque<Fault> faults = coming.get(deployment);
        return faults == null ? Optional.empty() : Optional.ofNullable(faults.poll());
    }

    private Deployment find(String model, List<Fault> faults) {
        Deployment found = served.stream()
                .filter(d -> d.name().equals(model) || d.model().id().equals(model) || d.id().toString().equals(model))
                .findFirst().orElseThrow(() -> new IllegalArgumentException("the sandbox serves no \"" + model + "\"; it serves "
                        + String.join(", ", served.stream().map(d -> d.model().id()).toList())));
        Set<Axis> limited = found.limits().byAxis().keySet();
        for (Fault fault : faults) {
            if (fault instanceof Fault.RateLimited(var axis) && (limited.isEmpty() || axis.isPresent()
                    && !limited.contains(axis.get()))) {
                throw new IllegalArgumentException("no 429 for \"" + model + "\" on " + axis.map(Axis::name).orElse("any axis")
                        + ": the sandbox limits " + (limited.isEmpty() ? "nothing there" : "it on " + limited));
            }
        }
        return found;
    }
}
