package dev.katman.documents;

import dev.katman.context.Sentences;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;
import tools.jackson.dataformat.csv.CsvSchema;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;

/** A table: a block for each row, under the names of its columns. */
final class CsvText implements TextFormat {
    private static final CsvMapper MAPPER = CsvMapper.builder().enable(CsvReadFeature.WRAP_AS_ARRAY).enable(CsvReadFeature.SKIP_EMPTY_LINES)
            .enable(CsvReadFeature.TRIM_SPACES).build();

    private final char separator;

    CsvText(char separator) {
        this.separator = separator;
    }

    @Override
    public void read(BufferedReader text, Blocks into) throws IOException {
        try (MappingIterator<List<String>> rows = MAPPER.readerForListOf(String.class)
                .with(CsvSchema.emptySchema().withColumnSeparator(separator)).readValues(text)) {
            int row = 0;
            String columns = "";
            while (rows.hasNextValue()) {
                List<String> cells = rows.nextValue();
                row++;
                String said = String.join(Sentences.BETWEEN_CELLS, cells.stream().map(cell -> cell == null ? "" : cell).toList());
                if (row == 1) {
                    columns = Blocks.signpost(said);
                }
                into.add(Block.Shape.LINES, said, new Place(0, row, row == 1 ? "" : columns));
            }
        } catch (JacksonException e) {
            throw Unreadable.in(e).orElseGet(() -> broken(e));
        }
    }

    private static Unreadable broken(JacksonException e) {
        var broken = new Unreadable(Reading.Reason.BROKEN);
        broken.initCause(e);
        return broken;
    }
}
