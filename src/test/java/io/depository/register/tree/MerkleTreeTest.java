package io.depository.register.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.depository.register.Verification;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MerkleTreeTest {

    /** The eight leaves that implementations of Certificate Transparency have tested each other with from the start. */
    private static final List<byte[]> LEAVES = Stream.of(
                    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
            .map(HexFormat.of()::parseHex)
            .toList();

    private static final String LEAF_1 = "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7";
    private static final String LEAF_4 = "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b";
    private static final String PAIR_23 = "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e";
    private static final String PAIR_45 = "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a";
    private static final String PAIR_67 = "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0";
    private static final String FOUR_4567 = "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4";
    private static final String ROOT_1 = "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d";
    private static final String ROOT_2 = "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125";
    private static final String ROOT_4 = "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7";

    @ParameterizedTest
    @CsvSource({
        "0, e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "1, " + ROOT_1,
        "2, " + ROOT_2,
        "3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "4, " + ROOT_4,
        "5, 4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "6, 76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "7, ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
    })
    void hasTheWellKnownRoots(int size, String root) {
        assertThat(hex(new Grown(LEAVES.subList(0, size)).frontier.root())).isEqualTo(root);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, ''",
        "0, 8, " + LEAF_1 + " " + PAIR_23 + " " + FOUR_4567,
        "5, 8, " + LEAF_4 + " " + PAIR_67 + " " + ROOT_4,
        "2, 3, " + ROOT_2,
        "1, 5, " + ROOT_1 + " " + PAIR_23 + " " + LEAF_4
    })
    void hasTheWellKnownPaths(int index, int size, String path) {
        assertThat(new Grown(LEAVES.subList(0, size)).inclusion(index, size)).isEqualTo(words(path));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, ''",
        "1, 8, " + LEAF_1 + " " + PAIR_23 + " " + FOUR_4567,
        "6, 8, " + PAIR_45 + " " + PAIR_67 + " " + ROOT_4,
        "2, 5, " + PAIR_23 + " " + LEAF_4
    })
    void hasTheWellKnownConsistencyProofs(int from, int to, String proof) {
        assertThat(new Grown(LEAVES.subList(0, to)).consistency(from, to)).isEqualTo(words(proof));
    }

    @Test
    void agreesWithTheDefinitionsAtEverySizeUpTo70() {
        Grown tree = new Grown(records(new Random(1), 70));
        for (int size = 1; size <= 70; size++) {
            for (int other = 0; other < size; other++) {
                agrees(tree, other, size);
            }
        }
    }

    @Test
    void agreesWithTheDefinitionsAtRandomSizes() {
        long seed = System.nanoTime();
        System.out.println("Merkle tree against its definition, seed " + seed);
        Random random = new Random(seed);
        Grown tree = new Grown(records(random, 1500));
        for (int i = 0; i < 60; i++) {
            int size = 1 + random.nextInt(1500);
            agrees(tree, random.nextInt(size), size);
        }
    }

    @Test
    void goesOnFromItsBytes() {
        List<byte[]> records = records(new Random(7), 40);
        for (int cut = 0; cut <= 40; cut++) {
            Frontier first = new Grown(records.subList(0, cut)).frontier;
            Frontier second = Frontier.of(first.size(), first.toBytes());
            records.subList(cut, 40).forEach(record -> second.append(Hashing.leaf(record), (node, hash) -> {}));
            assertThat(second.root()).isEqualTo(ReferenceTree.root(records));
        }
    }

    @Test
    void refusesProofsThatNoTreeHas() {
        assertThatIllegalArgumentException().isThrownBy(() -> Proofs.inclusion(3, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> Proofs.inclusion(-1, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> Proofs.consistency(0, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> Proofs.consistency(4, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> Frontier.of(3, new byte[32]));
    }

    private static void agrees(Grown tree, int index, int size) {
        List<byte[]> records = tree.records.subList(0, size);
        byte[] root = ReferenceTree.root(records);
        List<byte[]> path = ReferenceTree.path(index, records);
        assertThat(tree.inclusion(index, size))
                .as("path of %d in %d", index, size)
                .isEqualTo(hex(path));
        assertThat(Verification.inclusion(Hashing.leaf(records.get(index)), index, size, path, root))
                .isTrue();
        int from = index + 1;
        List<byte[]> proof = ReferenceTree.proof(from, records);
        assertThat(tree.consistency(from, size)).as("from %d to %d", from, size).isEqualTo(hex(proof));
        assertThat(Verification.consistency(from, ReferenceTree.root(records.subList(0, from)), size, root, proof))
                .isTrue();
    }

    static List<byte[]> records(Random random, int count) {
        List<byte[]> records = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] record = new byte[random.nextInt(40)];
            random.nextBytes(record);
            records.add(record);
        }
        return records;
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }

    private static List<String> hex(List<byte[]> hashes) {
        return hashes.stream().map(MerkleTreeTest::hex).toList();
    }

    /** A tree grown leaf by leaf, with all nodes that it completed on the way. */
    private static final class Grown {
        private final List<byte[]> records;
        private final Map<Node, byte[]> nodes = new HashMap<>();
        private final Frontier frontier = Frontier.of(0, new byte[0]);

        Grown(List<byte[]> records) {
            this.records = records;
            records.forEach(record -> frontier.append(Hashing.leaf(record), nodes::put));
        }

        List<String> inclusion(int index, int size) {
            return Proofs.inclusion(index, size).stream()
                    .map(span -> hex(span.root(nodes::get)))
                    .toList();
        }

        List<String> consistency(int from, int to) {
            return Proofs.consistency(from, to).stream()
                    .map(span -> hex(span.root(nodes::get)))
                    .toList();
        }
    }
}
