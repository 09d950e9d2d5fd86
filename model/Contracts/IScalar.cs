namespace IoSpec.Contracts;

/// <summary>A number of the domain with a type of its own: an address, an id, a count.</summary>
/// <remarks>Shrinking, boundary bins, codec and printing treat every scalar through this interface.</remarks>
/// <typeparam name="T">The scalar itself.</typeparam>
public interface IScalar<T>
    where T : struct, IScalar<T>
{
    /// <summary>The simplest value, towards which shrinking goes.</summary>
    static abstract ulong Least { get; }

    /// <summary>The number of bits a value can have, 1 to 64.</summary>
    static abstract int Bits { get; }

    /// <summary>The value as an unsigned number.</summary>
    ulong Raw { get; }

    /// <summary>The scalar with a given raw value; the value is cut to <see cref="Bits"/>.</summary>
    /// <param name="raw">The number.</param>
    /// <returns>The scalar.</returns>
    static abstract T From(ulong raw);
}
