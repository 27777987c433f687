package dev.katman.context;

import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;

import java.util.Optional;
import java.util.Set;

/** What is looked for, in Lucene's terms. */
final class TextQueries {
    static final String TEXT = "text";
    static final String GROUP = "group";

    private TextQueries() {
    }

    static Query of(Wanted wanted, TextQuery query) {
        var all = new BooleanQuery.Builder();
        Occur each = switch (query.need()) {
            case ALL -> Occur.MUST;
            case ANY -> Occur.SHOULD;
        };
        for (int i = 0; i < wanted.words().size(); i++) {
            boolean last = i == wanted.words().size() - 1;
            all.add(word(wanted.words().get(i), last ? wanted.prefix() : Optional.empty()), each);
        }
        if (query.groups().isEmpty()) {
            return all.build();
        }
        return new BooleanQuery.Builder().add(all.build(), Occur.MUST)
                .add(new TermInSetQuery(GROUP, query.groups().stream().map(BytesRef::new).toList()), Occur.FILTER).build();
    }

    /** All terms of a word count as one: a text is not the better for holding a word by two of its forms. */
    private static Query word(Set<String> terms, Optional<String> prefix) {
        var synonyms = new SynonymQuery.Builder(TEXT);
        terms.forEach(term -> synonyms.addTerm(new Term(TEXT, term)));
        if (prefix.isEmpty()) {
            return synonyms.build();
        }
        return new BooleanQuery.Builder().add(synonyms.build(), Occur.SHOULD)
                .add(new PrefixQuery(new Term(TEXT, prefix.get())), Occur.SHOULD).build();
    }
}
