package dev.katman.classify;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * What the trainer leaves behind: for each slot of the hashed features a weight for each {@link Band} in eighths of a byte's range, how
 * common a feature is, and the few numbers of the calibration. The file has a fixed size and byte order, so the same training writes
 * the same bytes everywhere.
 *
 * @param table   four weights a slot, in units of {@code unit}
 * @param common  one entry a slot: 0 unknown to the training data, else 1 + twice the binary logarithm of the rows that had it
 * @param unit    what one step of a weight is worth
 * @param rows    rows that were learned from
 * @param trust   coefficients of {@link Confidence}
 * @param sureAt  confidence from which the verdicts were right often enough on free-form prompts of left-out sources
 */
record Weights(byte[] table, byte[] common, double unit, int rows, double[] trust, double sureAt) {
    private static final int MAGIC = 0x4B4A3031; // "KJ01"

    Weights {
        if (table.length != Band.COUNT << Features.BITS || common.length != 1 << Features.BITS || trust.length != Confidence.INPUTS) {
            throw new IllegalArgumentException("weights of another shape: train again");
        }
        if (!(unit > 0) || !(sureAt >= 0 && sureAt <= 1)) {
            throw new IllegalArgumentException("the unit is above 0 and sureAt is 0 to 1; not " + unit + " and " + sureAt);
        }
    }

    static Weights read(InputStream in) throws IOException {
        var data = new DataInputStream(in);
        if (data.readInt() != MAGIC || data.readInt() != Features.BITS) {
            throw new IOException("not the weights of this version of the judge");
        }
        double unit = data.readDouble();
        int rows = data.readInt();
        var trust = new double[data.readInt()];
        for (int i = 0; i < trust.length; i++) {
            trust[i] = data.readDouble();
        }
        double sureAt = data.readDouble();
        var table = data.readNBytes(Band.COUNT << Features.BITS);
        var common = data.readNBytes(1 << Features.BITS);
        return new Weights(table, common, unit, rows, trust, sureAt);
    }

    void write(OutputStream out) throws IOException {
        var data = new DataOutputStream(out);
        data.writeInt(MAGIC);
        data.writeInt(Features.BITS);
        data.writeDouble(unit);
        data.writeInt(rows);
        data.writeInt(trust.length);
        for (double t : trust) {
            data.writeDouble(t);
        }
        data.writeDouble(sureAt);
        data.write(table);
        data.write(common);
        data.flush();
    }

    static byte commonness(int rows) {
        return rows == 0 ? 0 : (byte) (1 + Math.round(2 * StrictMath.log(rows) / StrictMath.log(2)));
    }

    /** The share of the rows that had a feature of that commonness. */
    double share(int commonness) {
        return commonness == 0 ? 0 : StrictMath.pow(2, (commonness - 1) / 2.0) / rows;
    }

    /** Sums in the order of the features, which is fixed: floating point then gives the same bits everywhere. */
    void addLogits(Features features, double[] logits) {
        for (int i = 0; i < features.size(); i++) {
            int at = features.at(i) * Band.COUNT;
            double value = features.value(i) * unit;
            for (int band = 0; band < Band.COUNT; band++) {
                logits[band] += table[at + band] * value;
            }
        }
    }
}
