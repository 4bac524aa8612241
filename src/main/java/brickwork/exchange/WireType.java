package brickwork.exchange;

import java.util.Optional;

/** How the bytes of a protobuf field are laid out (protobuf.dev/programming-guides/encoding). The order is that of the format's numbers. */
enum WireType {
    /** Seven bits a byte, the lowest first; the eighth bit says that another byte follows. */
    VARINT("a varint"),
    FIXED64("eight bytes"),
    /** A varint with the number of bytes, then these. */
    LENGTH("a length and as many bytes"),
    GROUP_START("the start of a group"),
    GROUP_END("the end of a group"),
    FIXED32("four bytes");

    private final String title;

    WireType(String title) {
        this.title = title;
    }

    /** As messages name it. */
    String title() {
        return title;
    }

    static Optional<WireType> of(int number) {
        return number < values().length ? Optional.of(values()[number]) : Optional.empty();
    }
}
