using System.Reflection;

namespace IoSpec.Contracts;

public abstract partial record Shape
{
    private static Shape Reflect(Type type)
    {
        if (type == typeof(bool)) return new Flag();
        if (type == typeof(string)) return new Text();
        if (type.IsEnum) return new Choice(type);
        if (Integer.TryOf(type) is { } integer) return integer;
        if (Nullable.GetUnderlyingType(type) is { } item) return new Optional(type, Of(item));
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueList<>)) return Many.Of(type);
        if (IsScalar(type)) return Scalar.Of(type);
        if (type.IsAbstract && type.IsClass) return new Union(type);
        return new Product(type);
    }

    private static bool IsScalar(Type type) => type.IsValueType && Array.Exists(
        type.GetInterfaces(),
        i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IScalar<>) && i.GenericTypeArguments[0] == type);

    private static T Generic<T>(Type holder, string method, Type argument)
        where T : Shape
    {
        var definition = holder.GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!;
        return (T)definition.MakeGenericMethod(argument)
            .Invoke(null, BindingFlags.DoNotWrapExceptions, null, null, null)!;
    }
}
