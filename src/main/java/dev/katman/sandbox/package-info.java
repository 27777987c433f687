/**
 * The embedded provider: a real HTTP server on loopback that speaks the wire format of facts/quota-law, meters by the same law, and
 * can be told to fail. With no key it serves, so that client, stream reader, limits and failover are the very ones that run with a
 * key.
 *
 * <p>It never pretends: summaries and extractions are computed, the router's question is answered by the local judge, and every
 * other answer says in its first line that no model has read the message.
 */
package dev.katman.sandbox;
