package dev.katman.classify;

/** Judges a message on this machine, without a call, in well under a millisecond. The same message always gets the same verdict. */
public interface LocalJudge {
    Assessment judge(String message);
}
