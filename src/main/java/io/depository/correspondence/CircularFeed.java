package io.depository.correspondence;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes circulars as an Atom feed (RFC 4287), one entry each, in Russian and English; parts of it are linked as RFC 5005
 * has it. The same circulars give the same bytes. Safe for concurrent use.
 */
public final class CircularFeed {

    /** The type that it goes under. */
    public static final String MEDIA_TYPE = "application/atom+xml; charset=UTF-8";

    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final String XHTML = "http://www.w3.org/1999/xhtml";

    private final XMLOutputFactory xml = XMLOutputFactory.newInstance();
    private final JsonMapper json = JsonMapper.builder().build();
    private final Names names;
    private final String depository;

    /** @param depository the depository's id, which makes the ids unique in the world */
    public CircularFeed(Names names, String depository) {
        this.names = names;
        this.depository = depository;
    }

    /**
     * One part of a feed.
     *
     * @param agreement whose circulars it has; null where it has those of all
     * @param name names the feed in its id: the agreement's id, or what the choice is
     * @param self its own address
     * @param calendar the address of the calendar that belongs to it
     * @param next the address of the part with earlier circulars; null where this is the last one
     * @param empty when the feed was begun, for one without circulars
     */
    public record Part(
            @Nullable String agreement,
            String name,
            String self,
            String calendar,
            @Nullable String next,
            Instant empty) {}

    /**
     * The feed, UTF-8.
     *
     * @param letters the circulars' JSON, newest first
     */
    public byte[] write(Part part, List<byte[]> letters) {
        List<JsonNode> circulars = letters.stream().map(json::readTree).toList();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter out = xml.createXMLStreamWriter(bytes, "UTF-8");
            out.writeStartDocument("UTF-8", "1.0");
            out.writeStartElement("feed");
            out.writeDefaultNamespace(ATOM);
            element(out, "id", "urn:depository:" + depository + ":" + part.name());
            element(out, "title", title(part.agreement()));
            element(
                    out,
                    "updated",
                    circulars.isEmpty()
                            ? part.empty().toString()
                            : circulars.get(0).path("issuedAt").asString());
            out.writeStartElement("author");
            element(out, "name", depository);
            out.writeEndElement();
            link(out, "self", "application/atom+xml", part.self());
            link(out, "related", "text/calendar", part.calendar());
            if (part.next() != null) {
                link(out, "next", "application/atom+xml", part.next());
            }
            for (JsonNode circular : circulars) {
                entry(out, circular);
            }
            out.writeEndElement();
            out.writeEndDocument();
            out.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("Memory takes any XML", e);
        }
        return bytes.toByteArray();
    }

    private String title(@Nullable String agreement) {
        return Stream.of(Language.values())
                .map(language -> agreement == null
                        ? language.say("feed.all")
                        : language.say("feed.title", "title", language.of(names.agreementTitle(agreement))))
                .collect(Collectors.joining(" / "));
    }

    private void entry(XMLStreamWriter out, JsonNode circular) throws XMLStreamException {
        out.writeStartElement("entry");
        element(out, "id", "urn:depository:" + depository + ":" + LetterFields.line(circular, "id"));
        element(out, "title", CircularMail.subject(circular));
        element(out, "published", LetterFields.line(circular, "issuedAt"));
        element(out, "updated", LetterFields.line(circular, "issuedAt"));
        out.writeEmptyElement("category");
        out.writeAttribute("term", LetterFields.line(circular, "kind"));
        out.writeStartElement("content");
        out.writeAttribute("type", "xhtml");
        out.writeStartElement("div");
        out.writeDefaultNamespace(XHTML);
        for (Language language : Language.values()) {
            out.writeStartElement("div");
            out.writeAttribute("lang", language.code());
            String text = circular.path("text").path(language.code()).asString("");
            for (String paragraph : Legible.paragraphs(text).split("\n\n")) {
                out.writeStartElement("p");
                lines(out, paragraph);
                out.writeEndElement();
            }
            out.writeEndElement();
        }
        out.writeEndElement();
        out.writeEndElement();
        out.writeEndElement();
    }

    private static void lines(XMLStreamWriter out, String paragraph) throws XMLStreamException {
        String[] lines = paragraph.split("\n");
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                out.writeEmptyElement("br");
            }
            out.writeCharacters(Legible.xml(lines[i]));
        }
    }

    private static void element(XMLStreamWriter out, String name, String text) throws XMLStreamException {
        out.writeStartElement(name);
        out.writeCharacters(Legible.xml(text));
        out.writeEndElement();
    }

    private static void link(XMLStreamWriter out, String rel, String type, String href) throws XMLStreamException {
        out.writeEmptyElement("link");
        out.writeAttribute("rel", rel);
        out.writeAttribute("type", type);
        out.writeAttribute("href", href);
    }
}
