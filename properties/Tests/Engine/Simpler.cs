using IoSpec.Engine;

namespace IoSpec.Tests.Engine;

/// <summary>All values that differ from a value at one place and are simpler there.</summary>
internal static class Simpler
{
    public static IEnumerable<object> Of(object value, Type declared) =>
        Simplification.PlacesOf(value, declared).SelectMany(place => Simplification.At(value, declared, place));
}
