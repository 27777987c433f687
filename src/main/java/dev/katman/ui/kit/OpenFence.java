package dev.katman.ui.kit;

import org.commonmark.node.FencedCodeBlock;

import java.util.Optional;
import java.util.regex.Pattern;

/** Code that is still being written: its lines are taken as they come, until the fence that closes it. */
final class OpenFence {
    private final String language;
    private final int indent;
    private final Pattern closing;
    private final StringBuilder code = new StringBuilder();
    private final StringBuilder line = new StringBuilder();

    private OpenFence(String language, int indent, Pattern closing) {
        this.language = language;
        this.indent = indent;
        this.closing = closing;
    }

    /** @param lines what stands below the opening fence */
    static OpenFence of(FencedCodeBlock node, String lines) {
        String mark = Pattern.quote(node.getFenceCharacter());
        var fence = new OpenFence(MarkdownBlocks.language(node.getInfo()), node.getFenceIndent(),
                Pattern.compile(" {0,3}(?:" + mark + "){" + node.getOpeningFenceLength() + ",}[ \\t\\r]*"));
        fence.append(lines);
        return fence;
    }

    /** @return what came behind the closing fence, once that has come */
    Optional<String> append(String delta) {
        int from = 0;
        for (int end = delta.indexOf('\n'); end >= 0; end = delta.indexOf('\n', from)) {
            line.append(delta, from, end);
            from = end + 1;
            if (closing.matcher(line).matches()) {
                return Optional.of(delta.substring(from));
            }
            code.append(line, indented(), line.length()).append('\n');
            line.setLength(0);
        }
        line.append(delta, from, delta.length());
        return Optional.empty();
    }

    /** As much as there is. Half a line may yet turn out to be the closing fence, but mostly it does not. */
    Block.Code block() {
        boolean maybeClosing = closing.matcher(line).matches();
        String text = code + (maybeClosing ? "" : line.substring(indented()));
        return new Block.Code(language, Visible.text(text.endsWith("\n") ? text.substring(0, text.length() - 1) : text));
    }

    /** Code is indented by what its fence is indented by, or less. */
    private int indented() {
        int spaces = 0;
        while (spaces < indent && spaces < line.length() && line.charAt(spaces) == ' ') {
            spaces++;
        }
        return spaces;
    }
}
