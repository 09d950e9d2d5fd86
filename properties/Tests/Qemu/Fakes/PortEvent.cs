using IoSpec.Contracts;
using IoSpec.Qemu.Link;

namespace IoSpec.Tests.Qemu.Fakes;

/// <summary>One thing that passed between a driver and the faked unit, in the order in which it happened.</summary>
internal abstract record PortEvent
{
    private PortEvent()
    {
    }

    /// <summary>The driver wrote a word of memory.</summary>
    /// <param name="At">Where.</param>
    /// <param name="Former">What was there.</param>
    /// <param name="Value">What is there now.</param>
    public sealed record Stored(Gpa At, Word Former, Word Value) : PortEvent;

    /// <summary>The driver set a page to zero.</summary>
    /// <param name="Page">The page.</param>
    public sealed record Cleared(Gpa Page) : PortEvent;

    /// <summary>The driver wrote a register.</summary>
    /// <param name="Register">The register.</param>
    /// <param name="Value">The value.</param>
    public sealed record Wrote(UnitOffset Register, Word Value) : PortEvent;

    /// <summary>The unit did what a descriptor asks for.</summary>
    /// <param name="Low">The descriptor's bytes 0 to 7.</param>
    /// <param name="High">The descriptor's bytes 8 to 15.</param>
    public sealed record Executed(Word Low, Word High) : PortEvent;
}
