using System.Runtime.CompilerServices;

namespace IoSpec.Contracts;

/// <summary>What a type of the contract is made of, reflected once.</summary>
/// <remarks>Shrinking, blind draws, boundary bins, codec and printing go by shapes and know no area.</remarks>
public abstract partial record Shape
{
    private static readonly ConditionalWeakTable<Type, Shape> Known = [];

    private Shape(Type type) => Type = type;

    /// <summary>The type of the values.</summary>
    public Type Type { get; }

    /// <summary>The shape of a type; an area's observations include the two that every area has.</summary>
    /// <param name="type">A type of the contract.</param>
    /// <returns>The shape, the same one for every call.</returns>
    /// <exception cref="ArgumentException">The type is none that an operation may hold.</exception>
    public static Shape Of(Type type) => Known.GetValue(type, Reflect);

    /// <summary>Whether a value and all that it holds is of this shape: a target may answer nonsense.</summary>
    /// <param name="value">The value.</param>
    /// <returns>False for nulls that are not optional, unnamed enum values, numbers wider than their type.</returns>
    public abstract bool Holds(object? value);

    /// <inheritdoc/>
    public sealed override string ToString() => Type.Name;

    private static string CamelCase(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
