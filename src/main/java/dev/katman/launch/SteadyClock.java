package dev.katman.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.TimeUnit;

/**
 * The time at the start, carried on by a counter that nobody can set: a jump of the wall clock, forwards or back, mints no token. A computer
 * that slept has really waited, and the levels have really drained; on Linux the kernel counts that time too, and so do we. Elsewhere a sleep
 * is noticed at the next start only, which errs on the careful side.
 */
final class SteadyClock extends Clock {
    private static final Path UPTIME = Path.of("/proc/uptime");
    private static final long GLANCE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final ZoneId zone;
    private final Instant start;
    private final long startNanos = System.nanoTime();
    private final Duration startUptime = uptime();
    private Duration slept = Duration.ZERO;
    private long lastGlance = startNanos;

    private SteadyClock(ZoneId zone, Instant start) {
        this.zone = zone;
        this.start = start;
    }

    /** @param wall what the time is now */
    static SteadyClock from(Clock wall) {
        return new SteadyClock(wall.getZone(), wall.instant());
    }

    @Override
    public synchronized Instant instant() {
        long nanos = System.nanoTime();
        if (nanos - lastGlance > GLANCE_NANOS) {
            lastGlance = nanos;
            Duration awake = Duration.ofNanos(nanos - startNanos);
            Duration asleep = uptime().minus(startUptime).minus(awake);
            if (asleep.compareTo(slept.plusSeconds(1)) > 0) { // the kernel's figure has two digits after the point
                slept = asleep;
            }
        }
        return start.plusNanos(nanos - startNanos).plus(slept);
    }

    /** Since the computer started, its sleep included; zero where that is not told. */
    private static Duration uptime() {
        if (!Files.isReadable(UPTIME)) {
            return Duration.ZERO;
        }
        try {
            String seconds = Files.readString(UPTIME).split(" ")[0];
            return Duration.ofMillis(Math.round(Double.parseDouble(seconds) * 1000));
        } catch (IOException | NumberFormatException e) {
            return Duration.ZERO;
        }
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        throw new UnsupportedOperationException("one clock, one zone");
    }
}
