package io.depository.testing;

import static org.awaitility.Awaitility.await;

import io.depository.sample.FilePost;
import io.depository.sample.JmsPost;
import io.depository.sample.MailPost;
import io.depository.sample.Post;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A state's end of all three channels, over public clients. Keeps the letters that came, channel by channel, as they
 * came.
 */
public final class Embassy implements AutoCloseable {

    public static final List<String> CHANNELS = List.of("jms", "file", "mail");

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final String party;
    private final RunningDepository depository;
    private final Map<String, Post> posts = new LinkedHashMap<>();
    private final Map<String, List<String>> letters = new LinkedHashMap<>();

    Embassy(String party, RunningDepository depository) {
        this.party = party;
        this.depository = depository;
        try {
            posts.put("jms", JmsPost.overCore(party, depository.broker().port()));
            posts.put("file", new FilePost(party, depository.home()));
            posts.put(
                    "mail",
                    new MailPost(
                            party,
                            depository.mail().smtpPort(),
                            depository.mail().imapPort()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        CHANNELS.forEach(channel -> letters.put(channel, new ArrayList<>()));
    }

    public String party() {
        return party;
    }

    /** Signs the note with the state's own key and sends it. Returns the bytes that were sent. */
    public byte[] signs(Note note, String channel) {
        byte[] signed = depository.sign(party, note);
        sends(signed, channel);
        return signed;
    }

    /** Sends a mail as it is, by mail or as a file. */
    public void sendsMail(byte[] mail, String channel) {
        try {
            posts.get(channel).sendMail(mail, "note-" + Digests.sha256(mail) + ".eml");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends the bytes as they are. */
    public void sends(byte[] notification, String channel) {
        sends(notification, channel, "note-" + Digests.sha256(notification) + ".jws");
    }

    /** The same, under a name of its own where the channel has names. */
    public void sends(byte[] notification, String channel, String fileName) {
        try {
            posts.get(channel).send(notification, fileName);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All letters that came by the channel so far, in the order in which they came, as they came. */
    public List<String> letters(String channel) {
        try {
            letters.get(channel).addAll(posts.get(channel).receive(Duration.ofMillis(1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(letters.get(channel));
    }

    /** The letters that have come by the channel since it was asked last; nothing of them is kept. */
    public List<String> takes(String channel) {
        try {
            return posts.get(channel).receive(Duration.ofMillis(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The acknowledgements that came by the channel for exactly these bytes of a notification. */
    public List<JsonNode> acknowledgementsOf(byte[] notification, String channel) {
        return acknowledgementTextsOf(notification, channel).stream()
                .map(JSON::readTree)
                .toList();
    }

    /** The same, byte for byte. */
    public List<String> acknowledgementTextsOf(byte[] notification, String channel) {
        String digest = Digests.sha256(notification);
        return letters(channel).stream()
                .filter(letter -> {
                    JsonNode json = JSON.readTree(letter);
                    return json.path("type").asString("").equals("acknowledgement")
                            && (json.path("notificationSha256").asString("").equals(digest)
                                    || json.path("sha256").asString("").equals(digest));
                })
                .toList();
    }

    /** Waits for the first acknowledgement of these bytes on the channel. */
    public JsonNode awaitAcknowledgement(byte[] notification, String channel) {
        return JSON.readTree(awaitAcknowledgements(notification, channel, 1).get(0));
    }

    /** Waits until as many acknowledgements of these bytes have come by the channel; each as it came. */
    public List<String> awaitAcknowledgements(byte[] notification, String channel, int number) {
        await(party + " is answered by " + channel)
                .atMost(SOON)
                .until(() -> acknowledgementTextsOf(notification, channel).size() >= number);
        return acknowledgementTextsOf(notification, channel);
    }

    /** The circulars that came by the channel, in order. */
    public List<String> circulars(String channel) {
        return letters(channel).stream()
                .filter(letter ->
                        JSON.readTree(letter).path("type").asString("").equals("circular"))
                .toList();
    }

    /** The kinds of circulars that came by the channel, in order. */
    public List<String> kinds(String channel) {
        return circulars(channel).stream()
                .map(letter -> JSON.readTree(letter).path("kind").asString(""))
                .toList();
    }

    @Override
    public void close() {
        for (Post post : posts.values()) {
            try {
                post.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
