using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>A change of one field.</summary>
/// <param name="Step">The index of the step; -1 for the configuration.</param>
/// <param name="Distance">How far the new value is from the old one: 0 for names and flags.</param>
/// <param name="Text">The change in words.</param>
internal sealed record FieldChange(int Step, Int128 Distance, string Text)
{
    public static FieldChange Of(int step, string name, object old, object other)
    {
        var shape = Shape.Of(old.GetType());
        var distance = shape switch
        {
            Shape.Scalar scalar => Int128.Abs((Int128)scalar.Raw(other) - scalar.Raw(old)),
            Shape.Integer integer => Int128.Abs(integer.Value(other) - integer.Value(old)),
            _ => 0,
        };
        var place = step < 0 ? "configuration" : $"step {(step + 1).ToText()}";
        return new FieldChange(
            step, distance, $"{place} has {name}={Printer.Text(other, shape)} instead of {Printer.Text(old, shape)}");
    }
}
