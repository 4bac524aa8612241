package brickwork.data;

import static org.assertj.core.api.Assertions.assertThat;

import brickwork.check.DataCatalog.Answer;
import brickwork.source.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileAccessTest {

    private static final String CSV = "a,b\n1,2\n3,4\n";

    @TempDir
    private Path root;

    private Path granted;

    @BeforeEach
    void files() throws IOException {
        granted = Files.createDirectories(root.resolve("granted/inner")).getParent();
        Files.writeString(granted.resolve("data.csv"), CSV);
        Files.writeString(granted.resolve("inner/data.csv"), CSV);
        Files.writeString(root.resolve("secret.csv"), CSV);
        Files.createSymbolicLink(granted.resolve("link.csv"), root.resolve("secret.csv"));
        Files.createSymbolicLink(granted.resolve("up"), root);
        Files.createSymbolicLink(granted.resolve("within"), granted.resolve("inner"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"data.csv", "./data.csv", "inner/data.csv", "inner/../data.csv", "within/data.csv"})
    void aGrantedFolderIsOpen(String file) {
        assertThat(describe(new FileAccess.Folder(granted), file)).isInstanceOf(Answer.Known.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secret.csv", "inner/../../secret.csv", "link.csv", "up/secret.csv", "up/absent.csv",
            "up/granted/../secret.csv", "../absent.csv", "/etc/passwd", "..", "../granted-too/data.csv"})
    void nothingLeadsOutOfIt(String file) {
        assertThat(describe(new FileAccess.Folder(granted), file)).isInstanceOfSatisfying(Answer.Refused.class,
                refused -> assertThat(refused.code()).isEqualTo(Code.NN201));
    }

    @Test
    void anAbsolutePathIntoItIsOpen() {
        assertThat(describe(new FileAccess.Folder(granted), granted.resolve("data.csv").toString())).isInstanceOf(Answer.Known.class);
    }

    @Test
    void withoutAFolderNoFileIsRead() {
        assertThat(describe(new FileAccess.None(), "data.csv")).isInstanceOf(Answer.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secret.csv", "link.csv", "up/secret.csv"})
    void anywhereMeansAnywhere(String file) {
        assertThat(describe(new FileAccess.Anywhere(granted), file)).isInstanceOf(Answer.Known.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "inner", "absent.csv", "absent/data.csv", "data.csv/data.csv", "nul\0l.csv", "/dev/null"})
    void whatIsNoFileIsUnreadable(String file) {
        assertThat(describe(new FileAccess.Anywhere(granted), file)).isInstanceOfSatisfying(Answer.Unreadable.class,
                unreadable -> assertThat(unreadable.code()).isEqualTo(Code.NN202));
    }

    private static Answer describe(FileAccess access, String file) {
        return new DataLibrary(access).describe(Sources.csv(file, List.of("b"), List.of()));
    }
}
