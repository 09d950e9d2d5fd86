namespace IoSpec.Contracts.Zpci;

/// <summary>What is the matter with a request to the logical processor for PCI.</summary>
public enum RequestDefect
{
    /// <summary>It is shorter than a request can be.</summary>
    TooShort,

    /// <summary>Its length is no multiple of 8.</summary>
    NotOfEight,

    /// <summary>It leaves no room for the response.</summary>
    TooLong,

    /// <summary>The response has the length 0.</summary>
    NoResponse,

    /// <summary>Request and response are longer than 8 KiB together.</summary>
    TooMuch,

    /// <summary>It is longer than the command says.</summary>
    OtherLength,

    /// <summary>There is no such command.</summary>
    UnknownCommand,

    /// <summary>A list in a format that there is not.</summary>
    ListFormat,

    /// <summary>A list with a reserved bit set.</summary>
    ListReserved,

    /// <summary>A list from where none was left off.</summary>
    ListToken,
}
