/**
 * One message through all of it: kept in the journal, judged, routed, reserved, sent, streamed, settled, and written down; the next
 * candidate answers when one refuses or fails. What happens is published as {@link dev.katman.exchange.ExchangeEvent}s.
 *
 * <pre>
 * send -> Tier0 (judge) -> Router.decide -> for each candidate: Wire.call = reserve -> journal -> provider -> settle -> journal
 * </pre>
 *
 * Every call, the router's included, goes through {@link dev.katman.exchange.Wire}; nothing else holds a client.
 */
package dev.katman.exchange;
