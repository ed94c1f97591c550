/** What a picture or video is, as OpenIM's messages describe it. Read from the file itself, on this device. */
export interface Dimensions {
  width: number;
  height: number;
}

export type MediaKind = 'picture' | 'video' | 'file';

const pictures = ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif', 'image/bmp'];
const videos = ['video/mp4', 'video/webm', 'video/quicktime', 'video/ogg'];

/** As what a file is sent. Anything that not every browser shows goes as a file. */
export function mediaKind({ type }: Blob): MediaKind {
  const media = type.split(';')[0]!;
  return pictures.includes(media) ? 'picture' : videos.includes(media) ? 'video' : 'file';
}

export async function pictureDimensions(url: string): Promise<Dimensions> {
  const image = new Image();
  image.src = url;
  try {
    await image.decode();
  } catch {
    throw new Error('This picture cannot be read.');
  }
  return { width: image.naturalWidth, height: image.naturalHeight };
}

export interface VideoDescription extends Dimensions {
  /** In whole seconds, at least one. */
  duration: number;
  /** A frame from the beginning, as JPEG; none when this browser cannot decode the video. */
  snapshot?: Blob;
}

export async function describeVideo(url: string): Promise<VideoDescription> {
  const video = document.createElement('video');
  video.muted = true;
  video.preload = 'auto';
  video.src = url;
  try {
    await event(video, 'loadeddata');
    // Not the very first frame, which is often black.
    video.currentTime = Math.min(0.5, (Number.isFinite(video.duration) ? video.duration : 0) / 2);
    await event(video, 'seeked');
  } catch {
    return { width: 0, height: 0, duration: 1 };
  }
  const { videoWidth: width, videoHeight: height, duration } = video;
  return { width, height, duration: Math.max(1, Math.round(Number.isFinite(duration) ? duration : 1)), snapshot: await frame(video) };
}

const longestWait = 8_000;

function event(video: HTMLVideoElement, name: 'loadeddata' | 'seeked'): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = () => reject(new Error('This video cannot be read.'));
    video.addEventListener(name, () => resolve(), { once: true });
    video.addEventListener('error', fail, { once: true });
    setTimeout(fail, longestWait);
  });
}

const snapshotWidth = 480;

async function frame(video: HTMLVideoElement): Promise<Blob | undefined> {
  if (!video.videoWidth) return undefined;
  const canvas = document.createElement('canvas');
  canvas.width = Math.min(snapshotWidth, video.videoWidth);
  canvas.height = Math.round((canvas.width * video.videoHeight) / video.videoWidth);
  canvas.getContext('2d')!.drawImage(video, 0, 0, canvas.width, canvas.height);
  return (await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.8))) ?? undefined;
}
