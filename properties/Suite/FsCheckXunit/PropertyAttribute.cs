using Xunit;
using Xunit.Sdk;

namespace FsCheck.Xunit;

/// <summary>A test method with parameters, which has to hold for many generated values of them.</summary>
/// <remarks>Has the surface of FsCheck.Xunit's attribute: to move there, delete this folder.</remarks>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("FsCheck.Xunit.PropertyDiscoverer", "IoSpec.Suite")]
public class PropertyAttribute : FactAttribute
{
    /// <summary>How many values are tried; 100 unless <c>IOSPEC_CASES</c> or something nearer says otherwise.</summary>
    public int MaxTest
    {
        get => Tests ?? Config.Default.MaxTest;
        set => Tests = value;
    }

    /// <summary>How many values may be rejected for each that is tried.</summary>
    public int MaxRejected
    {
        get => Rejected ?? Config.Default.MaxRejected;
        set => Rejected = value;
    }

    /// <summary>The size of the first values.</summary>
    public int StartSize
    {
        get => First ?? Config.Default.StartSize;
        set => First = value;
    }

    /// <summary>The size of the last values.</summary>
    public int EndSize
    {
        get => Last ?? Config.Default.EndSize;
        set => Last = value;
    }

    /// <summary>
    /// One failing value, as a failure names it: <c>seed,gamma,size</c>, or <c>seed,gamma</c> to start there.
    /// </summary>
    public string? Replay { get; set; }

    /// <summary>Types with static members that give generators of parameter types.</summary>
    public Type[]? Arbitrary { get; set; }

    /// <summary>Whether every value is printed.</summary>
    public bool Verbose { get; set; }

    /// <summary>Whether a success prints nothing.</summary>
    public bool QuietOnSuccess { get; set; }

    internal int? Tests { get; private set; }

    internal int? Rejected { get; private set; }

    internal int? First { get; private set; }

    internal int? Last { get; private set; }
}

/// <summary>What holds for all properties of a class or an assembly unless they say otherwise.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Assembly)]
public sealed class PropertiesAttribute : PropertyAttribute;
