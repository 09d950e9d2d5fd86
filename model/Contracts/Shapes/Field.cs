using System.Reflection;

namespace IoSpec.Contracts;

/// <summary>One field of a product.</summary>
public sealed class Field
{
    private readonly MethodInvoker _get;

    // Resolved on first use, so that a type may hold itself.
    private Shape? _shape;

    internal Field(string name, ParameterInfo parameter, MethodInfo getter)
    {
        Name = name;
        Type = parameter.ParameterType;
        IsOptional = new NullabilityInfoContext().Create(parameter).ReadState == NullabilityState.Nullable;
        _get = MethodInvoker.Create(getter);
    }

    /// <summary>The name in camel case; a case's field <c>Kind</c> has the name of its type instead.</summary>
    public string Name { get; }

    /// <summary>The declared type.</summary>
    public Type Type { get; }

    /// <summary>What the field holds.</summary>
    public Shape Shape => _shape ??= Resolve();

    /// <summary>Whether the field may be null.</summary>
    public bool IsOptional { get; }

    internal object? Get(object product) => _get.Invoke(product);

    private Shape Resolve()
    {
        var shape = Shape.Union.IsObservation(Type) ? new Shape.Union(Type, isWhole: false) : Shape.Of(Type);
        return IsOptional && shape is not Shape.Optional ? new Shape.Optional(Type, shape) : shape;
    }
}
