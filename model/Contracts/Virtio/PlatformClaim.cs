namespace IoSpec.Contracts.Virtio;

/// <summary>
/// One claim of the debate on virtio and the DMA API (virtualization list, July 2015), and its answer.
/// </summary>
/// <param name="Id">Its number there, such as S18.</param>
/// <param name="Claim">What was claimed, in our own words.</param>
/// <param name="Answer">What became of it.</param>
/// <param name="Requirements">The ids of the requirements that put it to the test; none if nothing here can.</param>
public sealed record PlatformClaim(string Id, string Claim, string Answer, ValueList<string> Requirements);
