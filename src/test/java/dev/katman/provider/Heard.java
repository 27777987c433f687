package dev.katman.provider;

import java.util.concurrent.CountDownLatch;

/** Writes down what a listener hears. */
final class Heard implements ReplyListener {
    final StringBuffer text = new StringBuffer();
    final StringBuffer thinking = new StringBuffer();
    final CountDownLatch first = new CountDownLatch(1);
    volatile RateWord opened;

    @Override
    public void opened(RateWord word) {
        opened = word;
    }

    @Override
    public void text(String delta) {
        text.append(delta);
        first.countDown();
    }

    @Override
    public void thinking(String delta) {
        thinking.append(delta);
        first.countDown();
    }
}
