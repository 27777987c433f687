package dev.katman.journal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import static org.assertj.core.api.Assertions.assertThat;

/** What the journal's reads and writes can rely on. */
class DatabaseTest {
    @TempDir
    Path home;

    @Test
    void whatIsReadIsOfOneMomentAlsoWhileSomebodyWrites() {
        try (var database = Database.open(home)) {
            database.write(handle -> handle.execute("create table hull (id int primary key)"));
            database.write(handle -> handle.execute("create table plank (hull_id int)"));
            database.write(handle -> handle.execute("insert into hull values (1)"));
            List<Integer> seen = database.read(handle -> {
                int hulls = handle.createQuery("select count(*) from hull").mapTo(Integer.class).one();
                CompletableFuture.runAsync(() -> database.write(other -> {
                    other.execute("insert into plank values (1)");
                    other.execute("delete from hull");
                })).join();
                return List.of(hulls, handle.createQuery("select count(*) from plank").mapTo(Integer.class).one(),
                        handle.createQuery("select count(*) from hull").mapTo(Integer.class).one());
            });
            assertThat(seen).as("hulls, planks, hulls").containsExactly(1, 0, 1);
            assertThat(database.<Integer>read(handle -> handle.createQuery("select count(*) from plank").mapTo(Integer.class).one()))
                    .as("the next one sees it").isEqualTo(1);
        }
    }
}
