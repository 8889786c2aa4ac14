package dev.trendlake.local.demo;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * What charts are drawn on.
 *
 * @param width in characters
 * @param drawsBlocks whether it shows block characters; else it gets plain ASCII
 */
public record Terminal(int width, boolean drawsBlocks) {
    private static final int USUAL_WIDTH = 80;
    private static final int NARROWEST = 40;
    private static final int WIDEST = 120;

    /** Keeps the width within what reads well. */
    public Terminal {
        width = Math.clamp(width, NARROWEST, WIDEST);
    }

    /**
     * A terminal as its surroundings tell.
     *
     * @param columns the width as a text; anything but a number stands for the usual one
     * @param charset what is written in
     */
    public static Terminal of(String columns, Charset charset) {
        boolean isNumber = columns.matches("[0-9]{1,4}");
        return new Terminal(
                isNumber ? Integer.parseInt(columns) : USUAL_WIDTH,
                charset.equals(StandardCharsets.UTF_8));
    }
}
