using System.Reflection;

namespace IoSpec.Contracts;

public abstract partial record Shape
{
    /// <summary>One of several products: an abstract record whose cases are nested in it.</summary>
    public sealed record Union : Shape
    {
        /// <summary>The member of a written value that names its case.</summary>
        public const string KindMember = "kind";

        private readonly Product[] _cases;

        internal Union(Type type, bool isWhole = true)
            : base(type)
        {
            var nested = type.GetNestedTypes(BindingFlags.Public | BindingFlags.NonPublic)
                .Where(n => n.BaseType == type && n.IsSealed)
                .OrderBy(n => n.MetadataToken)
                .ToList();
            if (nested.Count == 0) throw new ArgumentException($"{type} has no cases.");
            if (isWhole && IsObservation(type)) nested.AddRange([typeof(Unsupported), typeof(Lost)]);
            _cases = [.. nested.Select(n => (Product)Shape.Of(n))];
        }

        /// <summary>The cases as they are declared; of observations, then the two of every area.</summary>
        /// <remarks>An observation that is a field of another one is an answer, and none of the two.</remarks>
        public IReadOnlyList<Product> Cases => _cases;

        internal static bool IsObservation(Type type) => type.BaseType == typeof(Observation);

        /// <summary>The case of a value.</summary>
        /// <param name="value">A value of this shape.</param>
        /// <returns>The case.</returns>
        /// <exception cref="ArgumentException">The value is of no case.</exception>
        public Product CaseOf(object value) =>
            Array.Find(_cases, c => c.Type == value.GetType())
            ?? throw new ArgumentException($"{value.GetType()} is no case of {Type}.");

        /// <summary>The case with a name, or null.</summary>
        /// <param name="name">The name, in camel case.</param>
        /// <returns>The case.</returns>
        public Product? Find(string name) => Array.Find(_cases, c => c.Name == name);

        /// <inheritdoc/>
        public override bool Holds(object? value) => Array.Exists(_cases, c => c.Holds(value));
    }
}
