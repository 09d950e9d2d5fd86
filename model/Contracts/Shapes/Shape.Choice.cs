using System.Globalization;

namespace IoSpec.Contracts;

public abstract partial record Shape
{
    /// <summary>One of several names, or a set of them: an enum.</summary>
    public sealed record Choice : Shape
    {
        private readonly Named[] _all;
        private readonly Named[] _members;

        internal Choice(Type type)
            : base(type)
        {
            IsSet = type.IsDefined(typeof(FlagsAttribute), inherit: false);
            _all = Enum.GetNames(type)
                .Select(name => new Named(CamelCase(name), Bits(Enum.Parse(type, name))))
                .DistinctBy(named => named.Bits).ToArray();
            _members = IsSet ? Array.FindAll(_all, named => ulong.IsPow2(named.Bits)) : _all;
        }

        /// <summary>Whether a value is a set of the names.</summary>
        public bool IsSet { get; }

        /// <summary>What can be chosen, in the order of the values; of a set, the single bits.</summary>
        public IReadOnlyList<Named> Members => _members;

        /// <summary>The value as a number; negative ones are extended to 64 bits.</summary>
        /// <param name="value">A value of this shape.</param>
        /// <returns>The number.</returns>
        public ulong Bits(object value) => Enum.GetUnderlyingType(Type) == typeof(ulong)
            ? (ulong)value
            : unchecked((ulong)Convert.ToInt64(value, CultureInfo.InvariantCulture));

        /// <summary>The value with a given number.</summary>
        /// <param name="bits">The number.</param>
        /// <returns>The value.</returns>
        public object From(ulong bits) => Enum.ToObject(Type, bits);

        /// <summary>The name that stands for a value as a whole, or null.</summary>
        /// <param name="bits">The value as a number.</param>
        /// <returns>The name in camel case.</returns>
        public string? NameOf(ulong bits) => Array.Find(_all, named => named.Bits == bits)?.Name;

        /// <inheritdoc/>
        public override bool Holds(object? value)
        {
            if (value?.GetType() != Type) return false;
            var bits = Bits(value);
            if (!IsSet) return NameOf(bits) is not null;
            foreach (var member in _members) bits &= ~member.Bits;
            return bits == 0;
        }

        /// <summary>A name and its value.</summary>
        /// <param name="Name">The name, in camel case.</param>
        /// <param name="Bits">The value as a number.</param>
        public sealed record Named(string Name, ulong Bits);
    }
}
