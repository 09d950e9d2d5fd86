using System.Reflection;

namespace IoSpec.Engine;

/// <summary>This suite.</summary>
public static class Suite
{
    /// <summary>Its version.</summary>
    public static string Version { get; } =
        typeof(Suite).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?
            .InformationalVersion.Split('+')[0] ?? "0.0.0";
}
