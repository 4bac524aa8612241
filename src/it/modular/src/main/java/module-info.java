/** A program that uses Brickwork as a module. */
module cocoa {
    requires brickwork;
    provides brickwork.BrickworkExtension with cocoa.Cocoa;
}
