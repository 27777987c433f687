package dev.katman.documents;

/**
 * Where something stands in its document.
 *
 * @param page    from 1; 0 where the document has no pages
 * @param line    from 1: of a text its line, of a table its row; 0 where none is known
 * @param heading what it stands under, outer headings first; of a table its columns; empty where there is none
 */
public record Place(int page, int line, String heading) {
    /** A longer heading is cut: it is a signpost, not a text. Characters. */
    static final int LONGEST_HEADING = 300;

    public Place {
        if (page < 0 || line < 0 || heading.length() > LONGEST_HEADING) {
            throw new IllegalArgumentException("no place: page " + page + ", line " + line + ", heading of " + heading.length());
        }
    }
}
