package dev.katman.provider;

/**
 * A JSON schema for the answer.
 *
 * @param name   letters, digits and underscores
 * @param schema the schema itself, as JSON text; every field required, no additional properties (what strict mode asks for)
 */
public record OutputSchema(String name, String schema) {
}
