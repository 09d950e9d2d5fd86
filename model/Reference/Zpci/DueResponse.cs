using IoSpec.Contracts;
using IoSpec.Contracts.Zpci;

namespace IoSpec.Reference.Zpci;

/// <summary>Why a request is refused, and how it then ends.</summary>
/// <param name="Requirement">The rule.</param>
/// <param name="Check">The program interruption.</param>
/// <param name="Code">The response code.</param>
/// <param name="Other">Another response code that will do.</param>
/// <param name="AnyRefusal">Whether any code will do that does not say that it was done.</param>
public readonly record struct DueResponse(
    Requirement Requirement, ProgramCheck Check, int Code, int Other, bool AnyRefusal = false)
{
    /// <summary>Whether a request ended so.</summary>
    /// <param name="check">The program interruption.</param>
    /// <param name="code">The response code.</param>
    /// <returns>True if it did.</returns>
    public bool Fits(ProgramCheck check, int code)
    {
        if (AnyRefusal) return check == ProgramCheck.None && code != ResponseCode.Done;
        return check == Check && (check != ProgramCheck.None || code == Code || code == Other);
    }
}
