using System.Collections;

namespace IoSpec.Contracts;

public abstract partial record Shape
{
    /// <summary>A value that may be absent: null.</summary>
    public sealed record Optional : Shape
    {
        internal Optional(Type type, Shape item)
            : base(type) => Item = item;

        /// <summary>The shape of a value that is there.</summary>
        public Shape Item { get; }

        /// <inheritdoc/>
        public override bool Holds(object? value) => value is null || Item.Holds(value);
    }

    /// <summary>A <see cref="ValueList{T}"/>; its items are never null.</summary>
    public sealed record Many : Shape
    {
        private readonly Func<IReadOnlyList<object>, object> _from;

        private Many(Type type, Shape item, Func<IReadOnlyList<object>, object> from)
            : base(type)
        {
            if (item is Optional) throw new ArgumentException($"{type} has items that may be absent.");
            Item = item;
            _from = from;
        }

        /// <summary>The shape of an item.</summary>
        public Shape Item { get; }

        /// <summary>The items of a list.</summary>
        /// <param name="list">A value of this shape.</param>
        /// <returns>The items in order.</returns>
        public IReadOnlyList<object> Items(object list) => [.. ((IEnumerable)list).Cast<object>()];

        /// <summary>The list with given items.</summary>
        /// <param name="items">Values of the item's shape.</param>
        /// <returns>The list.</returns>
        public object From(IReadOnlyList<object> items) => _from(items);

        /// <inheritdoc/>
        public override bool Holds(object? value) =>
            value?.GetType() == Type && Items(value).All(Item.Holds);

        internal static new Many Of(Type type) =>
            Generic<Many>(typeof(Many), nameof(Make), type.GenericTypeArguments[0]);

        private static Many Make<T>() => new(
            typeof(ValueList<T>), Shape.Of(typeof(T)), items => new ValueList<T>([.. items.Cast<T>()]));
    }
}
