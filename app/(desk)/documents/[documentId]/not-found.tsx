import { NoDocument } from '@/components/review/frame/no-document'

export default function DocumentNotFound() {
  return <NoDocument />
}
