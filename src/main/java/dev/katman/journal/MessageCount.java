package dev.katman.journal;

/**
 * What became of the messages of a time. A message that waited and was taken up again within it counts once.
 *
 * @param messages for which something was decided
 * @param answered of them, answered
 * @param parked   of them, those that had to wait for room at some moment
 * @param judged   decisions in which somebody judged: those for which the reader chose tier or model are not among them
 * @param sure     of the judged, those for which the local judge was sure and the router was not asked
 * @param asked    of the judged, those for which the router model was asked
 * @param agreed   of those asked, where the local judge would have chosen the same tier
 */
public record MessageCount(long messages, long answered, long parked, long judged, long sure, long asked, long agreed) {
    public MessageCount {
        if (answered > messages || parked > messages || sure + asked > judged || agreed > asked) {
            throw new IllegalArgumentException("a part is more than its whole: " + messages + ", " + answered + ", " + parked + ", " + judged
                    + ", " + sure + ", " + asked + ", " + agreed);
        }
    }
}
