namespace IoSpec.Contracts.Walk;

/// <summary>Where a format says what becomes of requests that it answers.</summary>
/// <param name="Success">Requests that are done.</param>
/// <param name="Rejection">Requests that must be rejected.</param>
/// <param name="Advice">Requests that should be rejected.</param>
/// <param name="Reserved">Reserved fields that are to be ignored.</param>
/// <param name="Unparsed">Requests that cannot be parsed.</param>
/// <param name="Status">Where the status of a request is.</param>
/// <param name="Zeros">What an answer has beside it.</param>
/// <param name="Properties">The properties of an endpoint.</param>
/// <param name="Removal">What a removal takes away.</param>
/// <param name="Length">The length that is used.</param>
public sealed record RequestSources(
    Citation Success,
    Citation Rejection,
    Citation Advice,
    Citation Reserved,
    Citation Unparsed,
    Citation Status,
    Citation Zeros,
    Citation Properties,
    Citation Removal,
    Citation Length);
