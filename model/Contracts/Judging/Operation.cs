namespace IoSpec.Contracts;

/// <summary>One thing that a guest, a host or a device can do. One closed union per area.</summary>
public abstract record Operation
{
    /// <inheritdoc/>
    public sealed override string ToString() => Printer.Line(this);
}
