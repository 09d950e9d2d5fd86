namespace IoSpec.Contracts.Host;

/// <summary>What a page holds.</summary>
/// <param name="Page">The first address of the page, as its guest sees it.</param>
/// <param name="Writer">The step that wrote it last.</param>
public readonly record struct PageStamp(Gpa Page, Held Writer);
