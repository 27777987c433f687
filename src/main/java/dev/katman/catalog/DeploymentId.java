package dev.katman.catalog;

/**
 * A model at a provider, written {@code model@provider}. The unit that limits belong to.
 *
 * @param model    the model's short name
 * @param provider the provider's short name
 */
public record DeploymentId(String model, String provider) implements Comparable<DeploymentId> {
    public DeploymentId {
        if (model.isEmpty() || provider.isEmpty() || provider.indexOf('@') >= 0) {
            throw new IllegalArgumentException("a deployment is written model@provider, not " + model + "@" + provider);
        }
    }

    /** Reads {@code model@provider}; a model's name may itself hold an at-sign. */
    public static DeploymentId parse(String text) {
        int at = text.lastIndexOf('@');
        if (at < 1 || at == text.length() - 1) {
            throw new IllegalArgumentException("a deployment is written model@provider, not " + text);
        }
        return new DeploymentId(text.substring(0, at), text.substring(at + 1));
    }

    @Override
    public int compareTo(DeploymentId other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return model + "@" + provider;
    }
}
