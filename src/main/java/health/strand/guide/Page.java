package health.strand.guide;

/**
 * One page, without the frame around it.
 *
 * @param file its file name
 * @param main everything from its heading on
 * @param place the entry of the navigation it belongs to
 */
record Page(String file, String title, Html main, String place) {}
