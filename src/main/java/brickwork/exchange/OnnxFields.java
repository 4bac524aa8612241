package brickwork.exchange;

/** The numbers of the fields that are written and read, message by message, as {@code onnx/onnx.proto} of the ONNX project gives them. */
final class OnnxFields {

    private OnnxFields() {}

    /** ModelProto. */
    static final class Model {
        static final int IR_VERSION = 1;
        static final int PRODUCER = 2;
        static final int PRODUCER_VERSION = 3;
        static final int GRAPH = 7;
        static final int OPERATOR_SET = 8;
        static final int METADATA = 14;
        static final int TRAINING = 20;
        static final int FUNCTIONS = 25;

        private Model() {}
    }

    /** OperatorSetIdProto. */
    static final class OperatorSet {
        static final int DOMAIN = 1;
        static final int VERSION = 2;

        private OperatorSet() {}
    }

    /** StringStringEntryProto. */
    static final class Entry {
        static final int KEY = 1;
        static final int VALUE = 2;

        private Entry() {}
    }

    /** GraphProto. */
    static final class Graph {
        static final int NODE = 1;
        static final int NAME = 2;
        static final int INITIALIZER = 5;
        static final int INPUT = 11;
        static final int OUTPUT = 12;
        static final int SPARSE_INITIALIZER = 15;

        private Graph() {}
    }

    /** NodeProto. */
    static final class Node {
        static final int INPUT = 1;
        static final int OUTPUT = 2;
        static final int NAME = 3;
        static final int OPERATOR = 4;
        static final int ATTRIBUTE = 5;
        static final int DOMAIN = 7;

        private Node() {}
    }

    /** AttributeProto. */
    static final class Attribute {
        static final int NAME = 1;
        static final int FLOAT = 2;
        static final int INT = 3;
        static final int TEXT = 4;
        static final int TENSOR = 5;
        static final int FLOATS = 7;
        static final int TYPE = 20;
        static final int TYPE_FLOAT = 1;
        static final int TYPE_INT = 2;
        static final int TYPE_TEXT = 3;
        static final int TYPE_TENSOR = 4;
        static final int TYPE_FLOATS = 6;

        private Attribute() {}
    }

    /** TensorProto. */
    static final class Tensor {
        static final int EXTENT = 1;
        static final int TYPE = 2;
        static final int SEGMENT = 3;
        static final int FLOATS = 4;
        static final int NAME = 8;
        static final int RAW = 9;
        static final int DOUBLES = 10;
        static final int EXTERNAL = 13;
        static final int LOCATION = 14;
        static final int TYPE_FLOAT = 1;
        static final int TYPE_DOUBLE = 11;

        private Tensor() {}
    }

    /** ValueInfoProto, and what TypeProto, TensorShapeProto and their Dimension are in it. */
    static final class Value {
        static final int NAME = 1;
        static final int TYPE = 2;
        static final int TYPE_TENSOR = 1;
        static final int ELEMENT = 1;
        static final int SHAPE = 2;
        static final int DIMENSION = 1;
        static final int DIMENSION_SIZE = 1;
        static final int DIMENSION_NAME = 2;

        private Value() {}
    }
}
