namespace IoSpec.Contracts.Zpci;

/// <summary>One access as the device sees it.</summary>
/// <param name="Kind">By which instruction it came.</param>
/// <param name="Space">The address space: 0 to 5 or 15.</param>
/// <param name="At">The offset in it.</param>
/// <param name="Length">How many bytes.</param>
/// <param name="Data">The place in the guest's memory that the bytes are from; 0 for a load.</param>
/// <param name="Bypasses">Whether it came around the notifiers of the virtual machine.</param>
public readonly record struct Transaction(
    AccessKind Kind, int Space, BarOffset At, ByteCount Length, Gpa Data, bool Bypasses)
{
    /// <inheritdoc/>
    public override string ToString() => Printer.Text(this, Shape.Of(typeof(Transaction)));
}
