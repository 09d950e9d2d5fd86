using System.Globalization;

namespace IoSpec.Reference.Dirty;

/// <summary>Says in words what is allowed and what was seen.</summary>
internal static class Words
{
    public static string Written(int? step) => step is { } by
        ? string.Create(CultureInfo.InvariantCulture, $"written in step {by + 1}")
        : "written by nobody";
}
