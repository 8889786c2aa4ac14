package dev.trendlake.project;

/**
 * Who made something: the user of the key that was used.
 *
 * @param id the user's number; 0 when it is not known
 * @param uuid the user's id
 * @param firstName the user's name
 * @param email the user's address
 */
public record Author(long id, String uuid, String firstName, String email) {}
