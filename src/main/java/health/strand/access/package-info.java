/** Decides what a requester may do and reach; pure rules over plain values. */
@NullMarked
package health.strand.access;

import org.jspecify.annotations.NullMarked;
