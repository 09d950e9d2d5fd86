using Microsoft.AspNetCore.Components;

namespace IoSpec.Html.Pages;

/// <summary>Files that the page carries in itself: its style and its script.</summary>
internal static class PageAsset
{
    /// <summary>The text of a file, as it is.</summary>
    public static MarkupString Of(string name)
    {
        using var stream = typeof(PageAsset).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not in the assembly");
        using var reader = new StreamReader(stream);
        return new MarkupString(reader.ReadToEnd());
    }
}
