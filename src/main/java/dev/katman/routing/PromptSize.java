package dev.katman.routing;

import dev.katman.catalog.Model;

/** How large a prompt is on a model, made to fit as far as it can be. */
@FunctionalInterface
public interface PromptSize {
    /**
     * @param room the tokens that it should not pass, so that there is room for the answer that is wanted
     * @return its tokens; more than the room where it cannot be made any smaller
     */
    long tokens(Model model, long room);
}
