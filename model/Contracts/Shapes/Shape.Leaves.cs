namespace IoSpec.Contracts;

public abstract partial record Shape
{
    /// <summary>A number with a type of its own: an address, an id, a count.</summary>
    public sealed record Scalar : Shape
    {
        private readonly Func<object, ulong> _raw;
        private readonly Func<ulong, object> _from;

        private Scalar(Type type, ulong least, int bits, Func<object, ulong> raw, Func<ulong, object> from)
            : base(type) => (Least, Bits, _raw, _from) = (least, bits, raw, from);

        /// <summary>The simplest value, towards which shrinking goes.</summary>
        public ulong Least { get; }

        /// <summary>The number of bits a value can have, 1 to 64.</summary>
        public int Bits { get; }

        /// <summary>The largest raw value.</summary>
        public ulong Most => ulong.MaxValue >> (64 - Bits);

        /// <summary>The value as an unsigned number.</summary>
        /// <param name="value">A value of this shape.</param>
        /// <returns>The number.</returns>
        public ulong Raw(object value) => _raw(value);

        /// <summary>The value with a given number, which is cut to <see cref="Bits"/>.</summary>
        /// <param name="raw">The number.</param>
        /// <returns>The value.</returns>
        public object From(ulong raw) => _from(raw);

        /// <inheritdoc/>
        public override bool Holds(object? value) => value?.GetType() == Type && Raw(value) <= Most;

        internal static new Scalar Of(Type type) => Generic<Scalar>(typeof(Scalar), nameof(Make), type);

        private static Scalar Make<T>()
            where T : struct, IScalar<T> =>
            new(typeof(T), T.Least, T.Bits, value => ((T)value).Raw, raw => T.From(raw));
    }

    /// <summary>A plain whole number: <c>int</c>, <c>uint</c>, <c>long</c> or <c>ulong</c>.</summary>
    public sealed record Integer : Shape
    {
        private readonly Func<object, Int128> _value;
        private readonly Func<Int128, object> _from;

        private Integer(
            Type type, Int128 least, Int128 most, Func<object, Int128> value, Func<Int128, object> from)
            : base(type) => (Least, Most, _value, _from) = (least, most, value, from);

        /// <summary>The smallest value of the type.</summary>
        public Int128 Least { get; }

        /// <summary>The largest value of the type.</summary>
        public Int128 Most { get; }

        /// <summary>The value as a number.</summary>
        /// <param name="value">A value of this shape.</param>
        /// <returns>The number.</returns>
        public Int128 Value(object value) => _value(value);

        /// <summary>The value with a given number.</summary>
        /// <param name="number">The number.</param>
        /// <returns>The value.</returns>
        /// <exception cref="OverflowException">The number is not from least to most.</exception>
        public object From(Int128 number) => _from(number);

        /// <inheritdoc/>
        public override bool Holds(object? value) => value?.GetType() == Type;

        internal static Integer? TryOf(Type type) => Type.GetTypeCode(type) switch
        {
            TypeCode.Int32 => new(type, int.MinValue, int.MaxValue, v => (int)v, n => checked((int)n)),
            TypeCode.UInt32 => new(type, uint.MinValue, uint.MaxValue, v => (uint)v, n => checked((uint)n)),
            TypeCode.Int64 => new(type, long.MinValue, long.MaxValue, v => (long)v, n => checked((long)n)),
            TypeCode.UInt64 => new(type, ulong.MinValue, ulong.MaxValue, v => (ulong)v, n => checked((ulong)n)),
            _ => null,
        };
    }

    /// <summary>True or false.</summary>
    public sealed record Flag : Shape
    {
        internal Flag()
            : base(typeof(bool))
        {
        }

        /// <inheritdoc/>
        public override bool Holds(object? value) => value is bool;
    }

    /// <summary>Words that nothing is decided by.</summary>
    public sealed record Text : Shape
    {
        internal Text()
            : base(typeof(string))
        {
        }

        /// <inheritdoc/>
        public override bool Holds(object? value) => value is string;
    }
}
