using System.Reflection;

namespace IoSpec.Contracts;

public abstract partial record Shape
{
    /// <summary>A record with a primary constructor: several fields.</summary>
    public sealed record Product : Shape
    {
        private const BindingFlags Any = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance;

        private readonly ConstructorInvoker _make;
        private readonly Field[] _fields;

        internal Product(Type type)
            : base(type)
        {
            Name = CamelCase(type.Name);
            var (constructor, parameters) = PrimaryConstructor(type);
            _make = ConstructorInvoker.Create(constructor);
            var isCase = type.BaseType == type.DeclaringType || type.BaseType == typeof(Observation);
            _fields = Array.ConvertAll(
                parameters, p => new Field(NameOf(p, isCase), p, type.GetProperty(p.Name!, Any)!.GetGetMethod(true)!));
            FieldNames = Array.ConvertAll(_fields, field => field.Name);
            for (var i = 0; i < _fields.Length; i++) OptionalFields |= _fields[i].IsOptional ? 1ul << i : 0;
            if (FieldNames.Distinct(StringComparer.Ordinal).Count() != _fields.Length)
                throw new ArgumentException($"{type} has two fields with the same name.");
        }

        /// <summary>The name of the type, in camel case; of a union's case, its kind.</summary>
        public string Name { get; }

        /// <summary>The fields, in the order of the constructor.</summary>
        public IReadOnlyList<Field> Fields => _fields;

        internal IReadOnlyList<string> FieldNames { get; }

        // One bit for each field, from the lowest.
        internal ulong OptionalFields { get; }

        /// <summary>The value of a field.</summary>
        /// <param name="value">A value of this shape.</param>
        /// <param name="field">The field's index.</param>
        /// <returns>The field's value.</returns>
        public object? Get(object value, int field) => _fields[field].Get(value);

        /// <summary>The same value but for one field.</summary>
        /// <param name="value">A value of this shape; it stays as it is.</param>
        /// <param name="field">The field's index.</param>
        /// <param name="fieldValue">The field's new value.</param>
        /// <returns>The new value.</returns>
        public object With(object value, int field, object? fieldValue)
        {
            var values = Array.ConvertAll(_fields, f => f.Get(value));
            values[field] = fieldValue;
            return Make(values);
        }

        /// <summary>The value with given fields.</summary>
        /// <param name="fields">One value for each field.</param>
        /// <returns>The value.</returns>
        public object Make(ReadOnlySpan<object?> fields) => _make.Invoke(fields.ToArray().AsSpan());

        /// <inheritdoc/>
        public override bool Holds(object? value) =>
            value?.GetType() == Type && Array.TrueForAll(_fields, field => field.Shape.Holds(field.Get(value)));

        private static (ConstructorInfo Constructor, ParameterInfo[] Parameters) PrimaryConstructor(Type type)
        {
            var found = type.GetConstructors(Any)
                .Select(constructor => (constructor, parameters: constructor.GetParameters()))
                .Where(pair => Array.TrueForAll(pair.parameters, IsField))
                .OrderByDescending(pair => pair.parameters.Length)
                .FirstOrDefault();
            return IsRecord(type) && found.constructor is not null
                ? found
                : throw new ArgumentException($"{type} has no shape.");
        }

        private static bool IsField(ParameterInfo parameter) =>
            parameter.Name is { } name
            && parameter.Member.DeclaringType!.GetProperty(name, Any)?.PropertyType == parameter.ParameterType;

        // The compiler gives this method to records only.
        private static bool IsRecord(Type type) => type.GetMethod("PrintMembers", Any) is not null;

        // In a case, "kind" names the case: a field of that name goes by the name of its type.
        private static string NameOf(ParameterInfo parameter, bool isCase)
        {
            var name = CamelCase(parameter.Name!);
            return isCase && name == Union.KindMember ? CamelCase(parameter.ParameterType.Name) : name;
        }
    }
}
