package dev.katman.pacing;

/**
 * The price that needs no forecast, for a machine that knows nothing of its reader yet: Zhou, Chakrabarty and Lukose, "Budget constrained
 * bidding in keyword auctions and online knapsack problems" (2008). With a share z of the budget spent and values known to lie between
 * {@code least} and {@code most}, {@code price(z) = (most e / least)^z (least / e)}; nothing that knows nothing of what is to come does
 * better in the worst case. That bucket never refills. Ours does, so its price is a resting point too: under steady traffic the level
 * settles where the price meets the value of the class that can just be afforded.
 */
final class Threshold {
    private Threshold() {
    }

    static double price(double spentShare, double least, double most) {
        return Math.pow(most * Math.E / least, Math.clamp(spentShare, 0, 1)) * least / Math.E;
    }
}
