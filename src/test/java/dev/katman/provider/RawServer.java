package dev.katman.provider;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that misbehaves on the level of sockets. It reads every request in full and counts it before the script goes on. */
final class RawServer implements AutoCloseable {
    static final String EVENTS = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n";

    /** What happens on one connection. */
    interface Script {
        void run(Line line) throws Exception;
    }

    final AtomicInteger requests = new AtomicInteger();
    final AtomicInteger connections = new AtomicInteger();
    private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
    private final ServerSocket server;

    RawServer(Script script) throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> accept(script));
    }

    int port() {
        return server.getLocalPort();
    }

    private void accept(Script script) {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                sockets.add(socket);
                connections.incrementAndGet();
                Thread.ofVirtual().start(() -> serve(script, socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Script script, Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            script.run(new Line(socket));
        } catch (Exception gone) {
            // the client went away, as it may
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One connection. */
    final class Line {
        final Socket socket;

        Line(Socket socket) {
            this.socket = socket;
        }

        /** Reads a request, head and body; false at the end of the connection. */
        boolean request() throws IOException {
            InputStream in = socket.getInputStream();
            var head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                int read = in.read();
                if (read < 0) {
                    return false;
                }
                head.append((char) read);
            }
            for (String header : head.toString().split("\r\n")) {
                if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
                    in.readNBytes(Integer.parseInt(header.substring(15).strip()));
                }
            }
            requests.incrementAndGet();
            return true;
        }

        void send(String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
        }

        /** Ends with a reset in place of a goodbye. */
        void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }

        /** Blocks until the client closes. */
        void untilClosed() throws IOException {
            while (socket.getInputStream().read() >= 0) {
                // nothing more is expected
            }
        }
    }
}
